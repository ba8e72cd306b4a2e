'use strict';
// Without this script every point of a walk is seen in a row; with it, the one that the slider chooses.
for (const walk of document.querySelectorAll('.walk')) {
  const slider = walk.querySelector('input');
  const output = walk.querySelector('output');
  const tracks = [...walk.querySelectorAll('.track')].map((track) => ({
    name: track.querySelector('h3').textContent,
    points: [...track.querySelectorAll('.point')],
  }));
  const show = () => {
    const at = Number(slider.value);
    const verdicts = tracks.map((track) => {
      track.points.forEach((point, i) => point.classList.toggle('shown', i === at));
      return track.name + ': ' + track.points[at].querySelector('p').textContent;
    });
    output.textContent = 'Point ' + (at + 1) + ' of ' + tracks[0].points.length;
    slider.setAttribute('aria-valuetext', output.textContent + ', ' + verdicts.join(', '));
  };
  slider.addEventListener('input', show);
  walk.classList.add('live');
  show();
}
