/**
 * A page that is hard to pick from and to follow: a picture under a link that covers it, in a scroller, in a
 * box that sticks; another as a background, a third in a frame of the same site.
 */
export const hardPage = `
  <style>
    body { margin: 0; block-size: 4000px; font: 16px sans-serif; }
    #before { block-size: 20px; }
    #stick { position: sticky; top: 20px; inline-size: 480px; }
    #scroller { block-size: 320px; overflow: auto; border: 4px solid; }
    #scroller::after { content: ''; display: block; block-size: 900px; }
    .card { position: relative; inline-size: fit-content; margin: 30px; }
    .card a { position: absolute; inset: 0; }
    #photo-0 { display: block; inline-size: 300px; pointer-events: none; }
    #hero { position: absolute; inset: 20px 20px auto auto; inline-size: 300px; block-size: 200px; }
    #hero { background: url(/photo/1/rocket.jpg) 0 0 / cover; }
    #frame { position: absolute; inset: 240px 20px auto auto; inline-size: 340px; block-size: 240px; border: 0; }
    #cover { position: fixed; inset: 0; background: #fff; display: none; z-index: 9; }
  </style>
  <div id="before"></div>
  <div id="stick">
    <div id="scroller"><div class="card"><img id="photo-0" src="/photo/0/coffee.png" alt="Coffee"><a href="#x"></a></div></div>
  </div>
  <div id="hero"></div>
  <iframe id="frame" srcdoc="<style>body{margin:0;height:900px}img{display:block;width:320px}</style><img id='inner' src='/photo/1/rocket.jpg' alt='Inner'>"></iframe>
  <div id="cover"></div>
  <button id="full" onclick="document.querySelector('#stick').requestFullscreen()">Full screen</button>`;

/** Runs in the page: its scripts stop every event there is, and count those they see. */
export function stopAllEvents(): void {
  const counted = window as { seenEvents?: number };
  counted.seenEvents = 0;
  for (const type of ['pointermove', 'mousemove', 'pointerdown', 'mousedown', 'click', 'keydown', 'keyup']) {
    document.addEventListener(
      type,
      (event) => {
        counted.seenEvents = (counted.seenEvents ?? 0) + 1;
        event.stopImmediatePropagation();
        event.preventDefault();
      },
      { capture: true },
    );
  }
}
