// The choice of colours, kept in this browser; runs before the first paint, so that nothing flashes.
(function () {
  'use strict';
  var chosen = null;
  try {
    chosen = localStorage.getItem('footfall-theme');
  } catch (blocked) {
    // storage is switched off in this browser: the system's colours hold
  }
  if (chosen === 'light' || chosen === 'dark') {
    document.documentElement.dataset.theme = chosen;
  }
})();
