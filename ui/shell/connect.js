/* Where the server is. Streamlit's own script asks each folder of the address in turn, and opens its
   connection only once it has been answered twice. */
(function () {
  "use strict";

  const told = { BACKEND_BASE_URL: new URL(".", document.baseURI).href };
  /* Without its cookie against forged requests the server takes nobody as signed in; the first
     answer to a new browser brings it. */
  if (/(^|; )_streamlit_xsrf=/.test(document.cookie)) {
    /* Whose pages may send this one messages: Streamlit wants a list that is not empty, and nobody
       can have this name. */
    told.HOST_CONFIG = { allowedOrigins: ["https://nobody.invalid"], useExternalAuthToken: false };
  }
  window.__streamlit = told;
})();
