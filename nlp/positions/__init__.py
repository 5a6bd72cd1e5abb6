"""Where on the map: degrees, grids, plus codes; boundaries and borders."""
