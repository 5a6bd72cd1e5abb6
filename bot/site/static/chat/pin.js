/* Pointing at a place: a pin on the map, or where the phone is. */
import { openMap } from "../map.js";
import { createDialog } from "./dialog.js";
import { PIN } from "./wording.js";

/* A finger covers so much to each side of where it touches. */
const FINGER_PX = 20;
const EQUATOR_M = 40075016.686;
const TILE_PX = 256;

export function createPin(parts, onPin) {
  const dialog = createDialog(parts.dialog, reset);
  let map = null;
  let chosen = null;

  async function open() {
    dialog.open();
    parts.here.hidden = !canLocate();
    try {
      map = await openMap(parts.map, { mode: "pickable", onPick: choose });
    } catch (missing) {
      parts.line.textContent = PIN.noMap;
    }
  }

  function choose(at) {
    if (!chosen || chosen.lat !== at.lat || chosen.lon !== at.lon) {
      const accuracy = map ? reachOfFinger(at.lat, map.map.getZoom()) : undefined;
      chosen = { lat: at.lat, lon: at.lon, accuracy: accuracy };
    }
    parts.line.textContent = PIN.at(inVietnamese(at.lat), inVietnamese(at.lon));
    parts.send.disabled = false;
  }

  function locate() {
    parts.line.textContent = PIN.locating;
    navigator.geolocation.getCurrentPosition(function (position) {
      const at = position.coords;
      chosen = { lat: rounded(at.latitude), lon: rounded(at.longitude), accuracy: Math.ceil(at.accuracy) };
      if (map) map.setPin(chosen, 12); else choose(chosen);
    }, function () { parts.line.textContent = PIN.unknown; },
    { enableHighAccuracy: true, timeout: 20000, maximumAge: 60000 });
  }

  function send() {
    onPin(chosen);
    dialog.close();
  }

  function reset() {
    if (map) map.close();
    map = null;
    chosen = null;
    parts.send.disabled = true;
    parts.line.textContent = PIN.none;
  }

  parts.here.addEventListener("click", locate);
  parts.send.addEventListener("click", send);
  return { open: open };
}

function canLocate() {
  return Boolean(navigator.geolocation && window.isSecureContext !== false);
}

/* What the finger covers, in metres, on a map of this zoom. */
function reachOfFinger(lat, zoom) {
  const around = EQUATOR_M * Math.cos(lat * Math.PI / 180);
  return Math.ceil(FINGER_PX * around / (TILE_PX * Math.pow(2, zoom)));
}

function rounded(degrees) { return Number(degrees.toFixed(6)); }

function inVietnamese(degrees) { return String(degrees).replace(".", ","); }
