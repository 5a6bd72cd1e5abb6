"""The package of one tip that goes to an agency: its papers, one file a paper."""
