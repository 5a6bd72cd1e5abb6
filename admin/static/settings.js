/* Office hours in one press: most offices keep the same ones. */
(function () {
  "use strict";
  const WORKDAYS = 5;
  const USUAL = {
    morning: { opens: "07:30", closes: "11:30" },
    afternoon: { opens: "13:30", closes: "17:00" },
  };
  const boxes = document.querySelectorAll("#hours input[type=time]");

  function fill(value) {
    boxes.forEach(function (box) {
      const [part, day, edge] = box.name.split("_");
      box.value = value(part, Number(day), edge);
    });
  }

  document.getElementById("usual").addEventListener("click", function () {
    fill(function (part, day, edge) { return day < WORKDAYS ? USUAL[part][edge] : ""; });
  });
  document.getElementById("empty").addEventListener("click", function () {
    fill(function () { return ""; });
  });
  document.getElementById("usual").parentElement.hidden = false;
})();
