"""Loops: what a process does all day, one file each, ended cleanly by SIGTERM."""
