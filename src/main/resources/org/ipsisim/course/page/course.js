(function () {
  "use strict";

  var KEY = "ipsisim-course";

  /* How many of the given letters are the right ones, and which questions (from 0) have none. */
  function grade(right, given) {
    var result = { right: 0, questions: right.length, missing: [] };
    for (var i = 0; i < right.length; i++) {
      if (!given[i]) {
        result.missing.push(i);
      } else if (given[i] === right[i]) {
        result.right++;
      }
    }
    return result;
  }

  /* The better of two scores; the later one if they are equally good. */
  function better(old, now) {
    return old && now.right * old.questions < old.right * now.questions ? old : now;
  }

  function isScore(score) {
    return Boolean(score) && score.questions > 0 && score.right >= 0 && score.right <= score.questions;
  }

  /* Scores by lesson; none where the browser keeps nothing. */
  function load() {
    try {
      var kept = JSON.parse(window.localStorage.getItem(KEY));
      return kept && typeof kept === "object" && !Array.isArray(kept) ? kept : {};
    } catch (e) {
      return {};
    }
  }

  function keep(lesson, score) {
    try {
      var all = load();
      all[lesson] = better(isScore(all[lesson]) ? all[lesson] : null, { right: score.right, questions: score.questions });
      window.localStorage.setItem(KEY, JSON.stringify(all));
    } catch (e) {
      /* The browser keeps nothing; the lesson works without. */
    }
  }

  function words(score) {
    return score.right + " of " + score.questions + " right";
  }

  function setUpQuestions(form) {
    var message = document.getElementById("message");
    form.addEventListener("submit", function (event) {
      event.preventDefault();
      var sets = Array.prototype.slice.call(form.querySelectorAll("fieldset"));
      var given = sets.map(function (set) {
        var chosen = set.querySelector("input:checked");
        return chosen ? chosen.value : "";
      });
      var result = grade(sets.map(function (set) { return set.getAttribute("data-right"); }), given);
      if (result.missing.length > 0) {
        var first = result.missing[0];
        message.textContent = "Question " + (first + 1) + " has no answer yet.";
        sets[first].querySelector("input").focus();
        return;
      }
      message.textContent = "";
      reveal(form, given, result);
    });
  }

  function reveal(form, given, result) {
    given.forEach(function (letter, i) {
      var choices = document.querySelectorAll("[data-question=q" + (i + 1) + "] > li");
      Array.prototype.forEach.call(choices, function (item) {
        var yours = item.getAttribute("data-choice") === letter;
        item.classList.toggle("yours", yours);
        var verdict = item.classList.contains("right") ? "right" : "wrong";
        item.querySelector(".verdict").textContent = yours ? verdict + ", your answer" : verdict;
      });
    });
    document.getElementById("score").textContent = words(result) + ".";
    if (form.getAttribute("data-lesson")) {
      keep(form.getAttribute("data-lesson"), result);
    }
    document.documentElement.classList.add("revealed");
    document.getElementById("reveal").focus();
    document.getElementById("run").scrollIntoView();
  }

  function setUpIndex(clear) {
    var items = document.querySelectorAll("li[data-lesson]");
    function show() {
      var all = load();
      Array.prototype.forEach.call(items, function (item) {
        var score = all[item.getAttribute("data-lesson")];
        item.querySelector(".badge").textContent = isScore(score) ? words(score) : "";
      });
    }
    clear.addEventListener("click", function () {
      try {
        window.localStorage.removeItem(KEY);
      } catch (e) {
        /* Nothing was kept. */
      }
      show();
      document.getElementById("message").textContent = "Cleared.";
    });
    /* A lesson in another tab, or the way back from one. */
    window.addEventListener("storage", show);
    window.addEventListener("pageshow", show);
    show();
  }

  document.documentElement.classList.add("js");
  var form = document.getElementById("questions");
  if (form) {
    setUpQuestions(form);
  }
  var clear = document.getElementById("clear");
  if (clear) {
    setUpIndex(clear);
  }
  window.ipsisimCourse = { grade: grade, better: better };
})();
