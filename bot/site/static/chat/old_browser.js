/* A browser that knows no modules cannot run the chat: it gets the plain form. */
location.replace("/chat/plain");
