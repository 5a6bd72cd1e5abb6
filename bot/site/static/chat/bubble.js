/* What one message holds: words, a picture, a recording, a file, a place. */
import { openMap } from "../map.js";
import { elapsedInWords, MESSAGE, sizeInWords } from "./wording.js";

const ADDRESS = /(https?:\/\/[^\s]+[^\s.,;:!?)”"])/;

/* A phone names these by numbers that say nothing. */
const NAMELESS = { voice: MESSAGE.voice, photo: MESSAGE.photo };

export function fillBubble(bubble, message) {
  if (message.text) addWords(bubble, message.text);
  if (message.media) addMedia(bubble, message.media);
  if (message.pin) addPlace(bubble, message.pin);
}

function addWords(bubble, text) {
  text.split(ADDRESS).forEach(function (part, index) {
    bubble.appendChild(index % 2 ? linkTo(part, part) : document.createTextNode(part));
  });
}

function addMedia(bubble, media) {
  const player = playerOf(media);
  if (player) bubble.appendChild(player);
  const caption = document.createElement("div");
  const words = captionOf(media);
  caption.appendChild(media.url && !player ? linkTo(media.url, words) : document.createTextNode(words));
  bubble.appendChild(caption);
}

function playerOf(media) {
  if (!media.url) return null;
  if (media.kind === "photo") return loaded(new Image(), media);
  if (media.kind === "voice") return loaded(document.createElement("audio"), media);
  if (media.kind === "video") return loaded(document.createElement("video"), media);
  return null;
}

/* What this browser cannot show or play is left as its caption alone. */
function loaded(element, media) {
  element.addEventListener("error", function () { element.remove(); });
  if (media.kind === "photo") {
    element.alt = media.name || MESSAGE.photo;
  } else {
    element.controls = true;
    element.preload = "none";
  }
  element.src = media.url;
  return element;
}

function captionOf(media) {
  const name = NAMELESS[media.kind] || MESSAGE.file + " " + (media.name || "");
  const length = media.duration_s ? elapsedInWords(media.duration_s) : "";
  const size = media.bytes ? sizeInWords(media.bytes) : "";
  return [media.label, name.trim(), length, size].filter(Boolean).join(", ");
}

function addPlace(bubble, pin) {
  const caption = document.createElement("div");
  caption.textContent = MESSAGE.pin + ": " + pin.lat + ", " + pin.lon;
  bubble.appendChild(caption);
  const button = document.createElement("button");
  button.type = "button";
  button.className = "button button-small";
  button.textContent = MESSAGE.showMap;
  button.addEventListener("click", function () {
    const map = document.createElement("div");
    map.className = "map";
    bubble.replaceChild(map, button);
    openMap(map, { points: [pin] }).catch(function () { map.remove(); });
  });
  bubble.appendChild(button);
}

function linkTo(address, words) {
  const link = document.createElement("a");
  link.href = address;
  link.textContent = words;
  link.rel = "noopener";
  return link;
}
