"""Documents as they are pasted into other programs."""
