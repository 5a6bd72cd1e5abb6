/* The queue between two refreshes: says that there is news, in words, in the title of
   the window and, for who wants it, by a soft tone. */
(function () {
  "use strict";
  const SOUND = "console.sound";
  const title = document.title;
  const news = document.getElementById("news");
  const sound = document.getElementById("sound");
  let newest = views().newest;

  function views() { return document.querySelector("[data-newest]").dataset; }

  function announce() {
    const seen = views();
    document.title = (seen.new > 0 ? "(" + seen.new + ") " : "") + title;
    if (Number(seen.newest) <= Number(newest)) return;
    newest = seen.newest;
    news.textContent = "Có tin mới. Đang có " + seen.new + " tin chưa ai nhận.";
    if (sound.checked) play();
  }

  function play() {
    const audio = new AudioContext();
    const tone = audio.createOscillator();
    const volume = audio.createGain();
    tone.frequency.value = 660;
    volume.gain.setValueAtTime(0.15, audio.currentTime);
    volume.gain.exponentialRampToValueAtTime(0.001, audio.currentTime + 0.6);
    tone.connect(volume).connect(audio.destination);
    tone.start();
    tone.stop(audio.currentTime + 0.6);
  }

  function kept() {
    try { return localStorage.getItem(SOUND) === "on"; } catch (refused) { return false; }
  }

  /* J and K go down and up, by place on the keyboard, unless somebody types. */
  function move(event) {
    const step = { KeyJ: 1, KeyK: -1 }[event.code];
    if (!step || event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.target.closest("input, textarea, select, dialog")) return;
    const rows = Array.from(document.querySelectorAll(".row"));
    const at = rows.indexOf(document.activeElement);
    const next = rows[at < 0 ? 0 : at + step];
    if (next) next.focus();
  }

  document.addEventListener("keydown", move);
  sound.checked = kept();
  sound.addEventListener("change", function () {
    try { localStorage.setItem(SOUND, sound.checked ? "on" : "off"); } catch (refused) { /* for now only */ }
    if (sound.checked) play();
  });
  document.body.addEventListener("htmx:afterSwap", announce);
  announce();
})();
