// Runs before the first paint, so that neither theme nor direction flashes. A file of its own,
// because the server's policy lets no script stand in a page.
(function () {
  var root = document.documentElement;
  var stored = function (key) {
    try {
      return localStorage.getItem(key);
    } catch {
      return null; // storage is switched off: the browser's settings decide
    }
  };
  var language = stored('language') || (navigator.language.indexOf('ar') === 0 ? 'ar' : 'en');
  var theme = stored('theme');
  if (theme !== 'light' && theme !== 'dark') {
    theme = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
  }
  root.lang = language === 'ar' ? 'ar' : 'en';
  root.dir = language === 'ar' ? 'rtl' : 'ltr';
  root.dataset.theme = theme;
})();
