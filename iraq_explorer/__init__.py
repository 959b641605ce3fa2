"""Iraq Explorer: who could govern Iraq with whom, on the record of 2005-2010."""

__version__ = "0.1.0"
