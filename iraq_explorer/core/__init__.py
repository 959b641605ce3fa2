"""The political science: plain frozen values and functions. No Qt, no files, no clock."""
