/* The card on paper. */
document.getElementById("print").addEventListener("click", function () { window.print(); });
