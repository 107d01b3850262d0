import { find, grow, make, media, pin, say, sync, time } from './elements.js';

const MOST = 16 * 1024 * 1024 - 4096;
const FIRST_NUMBER = '+15550000001';
const UNHEARD = 'No number listens yet. One that does opens a conversation when somebody writes to it.';
const STATES = { sent: 'sent', delivered: 'delivered', read: 'read', received: '', refused: 'refused by a webhook' };

/** The phone of any person. */
export class Phone {

  /** @param {Function} done called when something was sent or the phone is another */
  constructor(done) {
    this.done = done;
    this.shown = null;
    for (const field of [find('from'), find('to')]) {
      field.value = sessionStorage.getItem(field.id) ?? field.value;
      field.addEventListener('input', () => this.changed(field));
    }
    find('write').addEventListener('submit', event => {
      event.preventDefault();
      this.send();
    });
    find('text').addEventListener('keydown', event => {
      if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
        event.preventDefault();
        this.send();
      }
    });
    find('file').addEventListener('change', () => this.attach());
    find('attached').querySelector('button').addEventListener('click', () => this.detach());
    pin(find('screen'));
  }

  address() {
    return find('from').value.trim();
  }

  draw(state) {
    const listening = state.addresses.filter(one => one.opens).map(one => one.address);
    if (!find('to').value && listening.length > 0 && document.activeElement !== find('to')) {
      this.writeTo(listening[0]);
    }
    sync(find('numbers'), listening, one => one, one => {
      const button = make('button', '', one);
      button.type = 'button';
      button.addEventListener('click', () => this.writeTo(one));
      return button;
    });
    this.press();
    this.silence(state.phone.length === 0, listening);
    this.announce(state.phone);
    const lines = state.phone.map((line, i, all) => ({ ...line, named: line.other !== all[i - 1]?.other }));
    sync(find('screen'), lines, line => `${line.at} ${line.message_sid}`, bubble, update);
    grow(find('screen'));
  }

  /** What stands where no messages are. */
  silence(silent, listening) {
    find('silence').hidden = !silent;
    find('screen').hidden = silent;
    const unheard = listening.length === 0;
    offer(find('silence'), unheard ? UNHEARD : 'Nothing on this phone yet. Say hello.',
      unheard ? FIRST_NUMBER : null, () => this.listen(FIRST_NUMBER));
  }

  /** Tells of what arrived since the phone was looked at last. */
  announce(lines) {
    const newest = lines.findLast(line => !line.mine);
    const same = this.shown?.address === this.address();
    if (same && newest && newest.message_sid !== this.shown.message) {
      say(find('news'), `Message from ${newest.other}: ${newest.body ?? 'a file'}`);
    }
    this.shown = { address: this.address(), message: newest?.message_sid };
  }

  changed(field) {
    sessionStorage.setItem(field.id, field.value);
    find('problem').hidden = true;
    this.press();
    this.done();
  }

  /** Marks the number that is written to. */
  press() {
    for (const button of find('numbers').children) {
      button.setAttribute('aria-pressed', String(button.textContent === find('to').value.trim()));
    }
  }

  /** Chooses the number to write to; a telephone number follows into its channel. */
  writeTo(address) {
    const channel = address.match(/^(\w+:)?\+/);
    if (channel && /^(\w+:)?\+/.test(this.address())) {
      find('from').value = (channel[1] ?? '') + this.address().replace(/^\w+:/, '');
      this.changed(find('from'));
    }
    find('to').value = address;
    this.changed(find('to'));
  }

  async send() {
    const [text, to, file] = [find('text').value, find('to').value.trim(), find('file').files[0]];
    if (!text.trim() && !file) {
      find('text').focus();
      return;
    }
    const form = new FormData();
    form.set('From', this.address());
    form.set('To', to);
    form.set('Body', text);
    if (file) {
      form.set('Media', file);
    }
    find('send').disabled = true;
    const answer = await post('messages', form);
    find('send').disabled = false;
    if (answer.ok) {
      find('text').value = '';
      find('problem').hidden = true;
      this.detach();
      grow(find('screen'), true);
      this.done(answer.said);
    } else if (answer.status === 404) {
      this.complain(to ? `Nothing listens at ${to}.` : 'Say which number to write to.', to);
    } else {
      this.complain(answer.said.message);
    }
    find('text').focus();
  }

  /** Makes a number open conversations. */
  async listen(address) {
    const answer = await post('addresses', new URLSearchParams({ Address: address }));
    if (answer.ok) {
      this.writeTo(address);
      find('text').focus();
    } else {
      this.complain(answer.said.message);
    }
  }

  complain(text, address) {
    find('problem').hidden = false;
    offer(find('problem'), text, address, () => this.listen(address));
  }

  attach() {
    const file = find('file').files[0];
    if (file?.size > MOST) {
      this.complain('The file is too large: the sandbox takes 16 MB.');
    }
    if (!file || file.size > MOST) {
      this.detach();
      return;
    }
    const picture = find('attached').querySelector('img');
    find('attached').hidden = false;
    say(find('attached').querySelector('span'), file.name);
    picture.hidden = !/^image\/(png|jpeg|gif|webp)$/.test(file.type);
    URL.revokeObjectURL(picture.src);
    if (picture.hidden) {
      picture.removeAttribute('src');
    } else {
      picture.src = URL.createObjectURL(file);
    }
    find('text').focus();
  }

  detach() {
    find('file').value = '';
    find('attached').hidden = true;
  }
}

/** Says something, and offers to make a number listen if there is one. */
function offer(place, text, address, action) {
  const button = place.querySelector('button');
  say(place.querySelector('p'), text);
  button.hidden = !address;
  say(button, `Let ${address} listen`);
  button.onclick = action;
}

function bubble(line) {
  const other = make('small', 'other', line.mine ? `to ${line.other}` : `from ${line.other ?? 'a conversation'}`);
  const text = line.body ? make('p', '', line.body) : null;
  const foot = make('small', 'foot', time(line.at), make('span', 'status'));
  return make('li', line.mine ? 'mine' : 'theirs', other, ...line.media.map(media), text, foot);
}

function update(element, line) {
  element.querySelector('.other').hidden = !line.named;
  say(element.querySelector('.status'), STATES[line.status] ?? line.status);
  element.classList.toggle('bad', line.status === 'refused');
}

async function post(where, form) {
  try {
    const answer = await fetch(where, { method: 'POST', body: form });
    return { ok: answer.ok, status: answer.status, said: await answer.json() };
  } catch {
    return { ok: false, status: 0, said: { message: 'The sandbox does not answer. Does it still run?' } };
  }
}
