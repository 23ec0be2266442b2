"""The words by which people of many languages say what a part of their guide is."""
