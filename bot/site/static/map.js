/* The offline map of console and chat. Vietnam and Hoàng Sa, Trường Sa are always
   drawn and labelled; nothing is fetched from any other host.

   openMap(element, {mode, points, pin, onPick}) -> Promise<{map, pin, setPin, close}>
     mode     "readonly" (default) or "pickable": a touch plants a pin that can be dragged
     points   [{lat, lon, radius_m, label}] drawn as pins with circles of uncertainty
     onPick   called with {lat, lon} whenever the citizen or officer moves the pin */

const STATIC = "/static/";
const LAYERS = ["vietnam-and-neighbours", "hoang-sa-truong-sa", "places"];
const WHOLE_COUNTRY = [[7, 101.5], [23.6, 116.6]];
const LEAST_ZOOM_OF_RANK = { country: 5, sea: 4, gulf: 6, 1: 5, 2: 6, 3: 7, 4: 8.5 };
const KIND_OF_RANK = { country: "country", sea: "sea", gulf: "sea", 1: "town", 2: "town", 3: "town small", 4: "town small" };

let drawing = null;

export async function openMap(element, options) {
  const settings = Object.assign({ mode: "readonly", points: [] }, options);
  const [leaflet, layers] = await fetchDrawing();
  const map = leaflet.map(element, {
    minZoom: 3.5, maxZoom: 16, zoomSnap: 0.5,
    attributionControl: false,
    maxBounds: [[-1, 88], [27, 128]],
  });
  addCaptions(leaflet, map);
  map.fitBounds(WHOLE_COUNTRY);
  drawLand(leaflet, map, layers[0]);
  drawArchipelagos(leaflet, map, layers[1]);
  drawPlaces(leaflet, map, layers[2]);
  drawPoints(leaflet, map, settings.points);
  return withPin(leaflet, map, settings);
}

function fetchDrawing() {
  if (!drawing) {
    drawing = Promise.all([fetchLeaflet(), Promise.all(LAYERS.map(fetchLayer))]);
    drawing.catch(function () { drawing = null; });
  }
  return drawing;
}

function fetchLeaflet() {
  if (window.L) return Promise.resolve(window.L);
  const sheet = document.createElement("link");
  sheet.rel = "stylesheet";
  sheet.href = STATIC + "vendor/leaflet/leaflet.css";
  document.head.insertBefore(sheet, document.head.firstChild);
  return new Promise(function (resolve, reject) {
    const script = document.createElement("script");
    script.src = STATIC + "vendor/leaflet/leaflet.js";
    script.onload = function () { resolve(window.L); };
    script.onerror = reject;
    document.head.appendChild(script);
  });
}

async function fetchLayer(name) {
  const response = await fetch(STATIC + "map/" + name + ".geojson");
  if (!response.ok) throw new Error("map layer " + name);
  return response.json();
}

function addCaptions(leaflet, map) {
  map.zoomControl.getContainer().querySelectorAll("a").forEach(function (link, index) {
    const words = index === 0 ? "Phóng to" : "Thu nhỏ";
    link.title = words;
    link.setAttribute("aria-label", words);
  });
  leaflet.control.scale({ imperial: false }).addTo(map);
}

function drawLand(leaflet, map, layer) {
  leaflet.geoJSON(layer, {
    interactive: false,
    style: function (feature) {
      const ours = feature.properties.name === "Việt Nam";
      return { color: ours ? "#9d1c20" : "#a39684", weight: ours ? 1.5 : 1,
        fillColor: ours ? "#fffdf6" : "#efe8dc", fillOpacity: 1 };
    },
  }).addTo(map);
}

function drawArchipelagos(leaflet, map, layer) {
  leaflet.geoJSON(layer, {
    interactive: false,
    style: function () {
      return { color: "#9d1c20", weight: 2, fillColor: "#fffdf6", fillOpacity: 1 };
    },
    pointToLayer: function (feature, at) {
      if (feature.properties.kind === "archipelago") {
        return labelAt(leaflet, at, feature.properties.name, "archipelago");
      }
      return leaflet.circleMarker(at, {
        interactive: false, radius: 2.5, color: "#9d1c20", fillOpacity: 1, weight: 1 });
    },
  }).addTo(map);
  showFrom(map, 8, layer.features.filter(isIsland).map(function (feature) {
    return labelAt(leaflet, positionOf(feature), feature.properties.name, "town small");
  }));
}

function drawPlaces(leaflet, map, layer) {
  Object.keys(LEAST_ZOOM_OF_RANK).forEach(function (rank) {
    const places = layer.features.filter(function (feature) {
      return String(feature.properties.rank) === rank;
    });
    showFrom(map, LEAST_ZOOM_OF_RANK[rank], places.map(function (feature) {
      return labelAt(leaflet, positionOf(feature), feature.properties.name, KIND_OF_RANK[rank]);
    }));
  });
}

function drawPoints(leaflet, map, points) {
  const drawn = points.map(function (point) {
    const at = [point.lat, point.lon];
    const group = leaflet.featureGroup().addTo(map);
    if (point.radius_m) {
      leaflet.circle(at, { radius: point.radius_m, color: "#9d1c20", weight: 2,
        fillOpacity: 0.12 }).addTo(group);
    }
    const marker = leaflet.marker(at, { icon: pinIcon(leaflet), keyboard: false }).addTo(group);
    if (point.label) marker.bindTooltip(spanOf(point.label), { direction: "top" });
    return group;
  });
  if (drawn.length) fitTo(leaflet, map, drawn);
}

function fitTo(leaflet, map, groups) {
  const bounds = leaflet.latLngBounds([]);
  groups.forEach(function (group) { bounds.extend(group.getBounds()); });
  map.fitBounds(bounds.pad(0.4), { maxZoom: 9 });
}

function withPin(leaflet, map, settings) {
  let marker = null;
  const handle = {
    map: map,
    pin: function () { return marker ? pairOf(marker.getLatLng()) : null; },
    setPin: function (at, zoom) {
      if (!marker) marker = plantPin(leaflet, map, at, settings);
      marker.setLatLng([at.lat, at.lon]);
      if (zoom) map.setView([at.lat, at.lon], zoom);
      if (settings.onPick) settings.onPick(handle.pin());
    },
    close: function () { map.remove(); },
  };
  if (settings.pin) handle.setPin(settings.pin, 9);
  if (settings.mode === "pickable") {
    map.on("click", function (event) { handle.setPin(pairOf(event.latlng)); });
  }
  return handle;
}

function plantPin(leaflet, map, at, settings) {
  const marker = leaflet.marker([at.lat, at.lon], {
    icon: pinIcon(leaflet), draggable: settings.mode === "pickable", autoPan: true,
    title: "Ghim",
  }).addTo(map);
  marker.on("dragend", function () {
    if (settings.onPick) settings.onPick(pairOf(marker.getLatLng()));
  });
  return marker;
}

function pinIcon(leaflet) {
  return leaflet.icon({ iconUrl: STATIC + "icons/pin.svg", iconSize: [32, 44],
    iconAnchor: [16, 43], tooltipAnchor: [0, -40] });
}

function labelAt(leaflet, at, words, kinds) {
  const names = kinds.split(" ").map(function (kind) { return "map-label-" + kind; });
  return leaflet.marker(at, {
    interactive: false, keyboard: false,
    icon: leaflet.divIcon({ className: "map-label " + names.join(" "), html: spanOf(words), iconSize: null }),
  });
}

function spanOf(words) {
  const span = document.createElement("span");
  span.textContent = words;
  return span;
}

function showFrom(map, zoom, labels) {
  function refresh() {
    const visible = map.getZoom() >= zoom;
    labels.forEach(function (label) {
      if (visible) label.addTo(map); else label.remove();
    });
  }
  map.on("zoomend", refresh);
  refresh();
}

function isIsland(feature) { return feature.properties.kind === "island"; }

function positionOf(feature) {
  const at = feature.geometry.coordinates;
  return [at[1], at[0]];
}

/* Six decimals are a tenth of a metre: nothing that a citizen pointed at is lost. */
function pairOf(at) {
  return { lat: Number(at.lat.toFixed(6)), lon: Number(at.wrap().lng.toFixed(6)) };
}
