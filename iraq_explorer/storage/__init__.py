"""Files: datasets that are read and checked, and the library of scenarios. No Qt."""
