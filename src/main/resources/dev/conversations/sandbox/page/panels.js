import { find, make, say, sync, time } from './elements.js';

/** The areas that the program around the sandbox fills: rows that open to what they hold. */
export class Panels {

  /** @param {Function} added called when there is a new area */
  constructor(added) {
    this.added = added;
  }

  draw(state) {
    const fresh = state.panels.filter(title => !find(area(title)));
    fresh.forEach(title => document.querySelector('main').append(section(title)));
    if (fresh.length > 0) {
      this.added(state.panels);
    }
    if (state.panel) {
      const { title, rows } = state.panel;
      const place = find(area(title));
      place.querySelector('.empty').hidden = rows.length > 0;
      sync(place.querySelector('ul'), rows, one => one.id, one => row(title, one), (item, one) => {
        say(item.querySelector('.name'), one.title);
        say(item.querySelector('.note'), one.note);
      });
    }
  }

  /** The title of the area whose name is in the address of the page; null for others. */
  static title(name) {
    return find(name)?.dataset.panel ?? null;
  }
}

/** What the area of a title is called in the address of the page. */
export function area(title) {
  return `panel-${title.toLowerCase().replace(/\W+/g, '-')}`;
}

function section(title) {
  const place = make('section', 'card tool', make('h2', '', title), make('p', 'empty', 'Nothing here yet.'),
    make('ul', 'rows'));
  place.id = area(title);
  place.dataset.panel = title;
  place.setAttribute('aria-label', title);
  return place;
}

function row(title, one) {
  const head = make('button', 'row', make('span', 'name'), one.at ? time(one.at, true) : null, make('small', 'note'));
  const content = make('pre');
  head.type = 'button';
  head.setAttribute('aria-expanded', 'false');
  content.hidden = true;
  head.addEventListener('click', async () => {
    content.hidden = !content.hidden;
    head.setAttribute('aria-expanded', String(!content.hidden));
    if (!content.hidden) {
      say(content, await read(title, one.id));
    }
  });
  return make('li', '', head, content);
}

async function read(title, id) {
  try {
    const answer = await fetch(`panels?${new URLSearchParams({ Panel: title, Row: id })}`);
    const said = await answer.json();
    return answer.ok ? said.content : said.message;
  } catch {
    return 'The sandbox does not answer.';
  }
}
