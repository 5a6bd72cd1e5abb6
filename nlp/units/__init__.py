"""How units are named: levels, cover names, forces of an area, and what no unit is."""
