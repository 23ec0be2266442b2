"""What there is to pick: plain values, how they are found, the list that shows them, the page about one."""
