// Brings the wall back by itself when its script failed or stands still: loads the page anew, as soon as its server answers. A script of
// its own, without modules, so that it runs whatever became of them. `data-beat` of the page is the time of the last round of the script.
(function () {
  'use strict';
  var LOOK_MILLIS = 15000;
  var STILL_MILLIS = 120000;
  var AFTER_FAILURE_MILLIS = 20000;
  var begun = Date.now();
  var failed = 0;

  function reload() {
    fetch(window.location.pathname, {cache: 'no-store'}).then(function (answer) {
      if (answer.ok) window.location.reload();
    }, function () {
      // not there yet: the next look asks again
    });
  }

  window.addEventListener('error', function () { failed = failed || Date.now(); }, true);
  window.addEventListener('unhandledrejection', function () { failed = failed || Date.now(); });
  window.setInterval(function () {
    var now = Date.now();
    var beat = Number(document.documentElement.dataset.beat || begun);
    if (now - beat > STILL_MILLIS || (failed && now - failed > AFTER_FAILURE_MILLIS)) reload();
  }, LOOK_MILLIS);
})();
