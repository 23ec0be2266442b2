"""What a standing router keeps: who may use it. Nothing of what goes through it is anywhere on its disk."""
