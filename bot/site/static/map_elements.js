/* Turns every <div class="map" data-points='[…]'> of a page, now or after an htmx
   swap, into a readonly map; with data-pickable="<name>", a pin fills the two inputs
   named <name>_lat and <name>_lon of the same form. */
import { openMap } from "./map.js";

function upgrade(root) {
  root.querySelectorAll(".map[data-points], .map[data-pickable]").forEach(open);
}

function open(element) {
  if (element.dataset.open) return;
  element.dataset.open = "yes";
  const name = element.dataset.pickable;
  openMap(element, {
    mode: name ? "pickable" : "readonly",
    points: JSON.parse(element.dataset.points || "[]"),
    pin: name ? pinIn(element.closest("form"), name) : null,
    onPick: name ? function (at) { fill(element.closest("form"), name, at); } : null,
  });
}

function pinIn(form, name) {
  const lat = form.elements[name + "_lat"].value;
  const lon = form.elements[name + "_lon"].value;
  return lat && lon ? { lat: Number(lat), lon: Number(lon) } : null;
}

function fill(form, name, at) {
  form.elements[name + "_lat"].value = at.lat;
  form.elements[name + "_lon"].value = at.lon;
}

upgrade(document);
document.addEventListener("htmx:load", function (event) {
  upgrade(event.detail.elt.parentNode || event.detail.elt);
});
