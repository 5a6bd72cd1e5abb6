/* The link's secret stands in the fragment: hand it in, and take it off the address. */
(function () {
  "use strict";
  var token = location.hash.slice(1);
  if (!token) return;
  history.replaceState(null, "", location.pathname);
  document.getElementById("token").value = token;
  document.getElementById("enter").submit();
})();
