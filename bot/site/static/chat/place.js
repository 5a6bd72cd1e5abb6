/* Where this conversation lives: a citizen's own at /chat, an interview at its own address. */
export const PLACE = document.body.dataset.place || "/chat";
