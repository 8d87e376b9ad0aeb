"""Rules about the lawyers' data: one file each, with its meaning, a file that passes, one that fails, and the check."""
