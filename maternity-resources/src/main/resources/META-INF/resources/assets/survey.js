// Asks a reader once whether a page was useful: after half a minute on it and more than half of it. Whoever was asked is not
// asked again by any page; that is all this browser keeps, and nobody is told.
(() => {
  const asked = 'maternity-survey';
  const longEnough = 30000;
  const survey = document.getElementById('survey');
  if (!survey || !survey.show) {
    return;
  }

  let before = null;
  let stayed = false;

  function wasAsked() {
    try {
      return localStorage.getItem(asked) !== null;
    } catch {
      return true;
    }
  }

  function hasRead() {
    const root = document.documentElement;
    return (root.scrollTop + root.clientHeight) / root.scrollHeight > 0.5;
  }

  function isBusy() {
    const focused = document.activeElement;
    return document.hidden || (focused && focused.matches('input, textarea, select'));
  }

  function ask() {
    if (!stayed || wasAsked() || !hasRead() || isBusy()) {
      return;
    }
    removeEventListener('scroll', ask);
    try {
      localStorage.setItem(asked, 'yes');
    } catch {
      return;
    }
    before = document.activeElement;
    survey.show();
    document.documentElement.classList.add('site-asking');
  }

  function close() {
    survey.close();
    document.documentElement.classList.remove('site-asking');
    if (before && before !== document.body) {
      before.focus();
    } else {
      document.getElementById('main').focus({ preventScroll: true });
    }
  }

  document.getElementById('survey-close').addEventListener('click', close);
  addEventListener('keydown', event => {
    if (event.key === 'Escape' && survey.open) {
      close();
    }
  });
  addEventListener('scroll', ask, { passive: true });
  setTimeout(() => {
    stayed = true;
    ask();
  }, longEnough);
})();
