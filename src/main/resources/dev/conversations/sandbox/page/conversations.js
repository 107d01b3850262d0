import { find, grow, make, media, pin, say, sync, time } from './elements.js';

const TINTS = 6;
const TICKS = { sent: '✓', delivered: '✓✓', read: '✓✓', undelivered: '!', failed: '!' };

/** The conversations, and one of them in full. */
export class Conversations {

  /** @param {Function} changed called when another one is chosen */
  constructor(changed) {
    this.changed = changed;
    this.chosen = null;
    this.drawn = null;
    pin(find('messages'));
  }

  choose(sid) {
    this.chosen = sid;
  }

  draw(state) {
    const none = state.conversations.length === 0;
    find('conversations').querySelector('.empty').hidden = !none;
    find('list').hidden = none;
    find('chosen').hidden = !state.conversation;
    sync(find('list'), state.conversations, one => one.sid, one => this.entry(one), (item, one) => {
      const button = item.firstChild;
      button.setAttribute('aria-current', String(one.sid === state.conversation?.sid));
      say(button.querySelector('.name'), title(one));
      say(button.querySelector('.count'), one.messages === 1 ? '1 message' : `${one.messages} messages`);
      mark(button.querySelector('.state'), one.state);
      if (button.querySelector('time').dateTime !== one.at) {
        button.querySelector('time').replaceWith(time(one.at));
      }
    });
    if (state.conversation) {
      this.show(state.conversation);
    }
  }

  entry(one) {
    const foot = make('small', '', make('span', 'count'), time(one.at), make('span', 'state'));
    const button = make('button', '', make('span', 'name'), foot);
    button.type = 'button';
    button.addEventListener('click', () => {
      this.choose(one.sid);
      this.changed();
    });
    return make('li', '', button);
  }

  show(conversation) {
    say(find('chosen').querySelector('h3'), title(conversation));
    say(find('chosen').querySelector('code'), conversation.sid);
    mark(find('chosen').querySelector('.state'), conversation.state);
    sync(find('participants'), conversation.participants, one => JSON.stringify(one), participant);
    sync(find('messages'), conversation.thread, one => `${one.sid} ${one.author} ${one.body}`, message, receipts);
    grow(find('messages'), this.drawn !== conversation.sid);
    this.drawn = conversation.sid;
  }
}

function title(conversation) {
  const others = conversation.others > 0 ? ` and ${conversation.others} more` : '';
  return conversation.name || (conversation.people.join(', ') || 'Nobody in it') + others;
}

function mark(element, state) {
  say(element, state);
  element.className = `state ${state}`;
}

function participant(one) {
  const through = one.through && one.through !== one.name ? ` by ${one.through}` : '';
  return make('li', '', make('b', '', one.name), make('small', '', one.channel + through));
}

function message(one) {
  const initial = make('span', `initial tint-${tint(one.author)}`, short(one.author));
  initial.ariaHidden = 'true';
  const head = make('div', 'head', make('b', '', one.author), time(one.at));
  const text = one.body ? make('p', '', one.body) : null;
  const said = make('div', 'said', head, text, ...one.media.map(media), make('ul', 'receipts'));
  return make('li', '', initial, said);
}

function receipts(element, one) {
  sync(element.querySelector('.receipts'), one.receipts, receipt => receipt.to, () => make('li'), (item, receipt) => {
    const error = receipt.error ? ` (${receipt.error})` : '';
    say(item, `${TICKS[receipt.status] ?? ''} ${receipt.status}${error} · ${receipt.to}`);
    item.className = receipt.status;
  });
}

/** Two digits of a number, else the first letter. */
function short(name) {
  return /\d{3}$/.test(name) ? name.slice(-2) : [...name][0] ?? '?';
}

function tint(name) {
  return [...name].reduce((sum, letter) => (sum * 31 + letter.codePointAt(0)) % 9973, 7) % TINTS;
}
