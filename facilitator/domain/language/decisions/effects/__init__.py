"""The decisions that record nothing: what they do happens in front of whoever typed the line."""
