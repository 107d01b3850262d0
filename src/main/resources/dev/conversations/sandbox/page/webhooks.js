import { find, make, say, sync, time } from './elements.js';

/** The webhooks sent last, the newest first; one of them opened. */
export class Webhooks {

  constructor() {
    this.opened = null;
    find('opened').querySelector('.close').addEventListener('click', () => this.open(null));
    find('opened').querySelector('.values').addEventListener('click', () => this.values());
  }

  draw(state) {
    const none = state.webhooks.length === 0;
    find('webhooks').querySelector('.empty').hidden = !none;
    find('webhooks').querySelector('.scroll').hidden = none;
    const failed = state.webhooks.filter(isFailed).length;
    say(find('webhooks-title'), failed ? `Webhooks · ${failed} failed` : 'Webhooks');
    sync(find('log'), state.webhooks, one => JSON.stringify(one), one => this.row(one));
  }

  row(webhook) {
    const status = make('span', 'badge', `${isFailed(webhook) ? '✕ ' : ''}${webhook.status || 'none'}`);
    const event = make('button', 'event', webhook.event ?? '');
    event.type = 'button';
    event.title = 'What was sent and answered';
    event.addEventListener('click', () => this.open(webhook));
    return make('tr', webhook.decision === 'rejected' ? 'decided' : isFailed(webhook) ? 'bad' : 'good',
      make('td', '', time(webhook.at, true)), make('td', '', event), make('td', '', status),
      make('td', '', webhook.decision ?? webhook.outcome), make('td', 'target', webhook.target));
  }

  /** Shows the names of what was sent; values only when asked for. */
  open(webhook) {
    this.opened = webhook;
    find('opened').hidden = !webhook;
    if (webhook) {
      const how = webhook.decision ? `, ${webhook.decision}` : '';
      say(find('opened').querySelector('h3'), webhook.event ?? 'Webhook');
      say(find('opened').querySelector('.answered'), `${webhook.outcome} ${webhook.status || ''}${how}`);
      this.list(webhook.parameters.map(name => [name, null]));
      find('opened').querySelector('.values').hidden = false;
      find('opened').querySelector('pre').hidden = true;
    }
  }

  async values() {
    const asked = this.opened;
    let whole;
    try {
      const answer = await fetch(`webhooks/${asked.id}`);
      whole = answer.ok ? await answer.json() : { values: {}, answer: (await answer.json()).message };
    } catch {
      whole = { values: {}, answer: 'The sandbox does not answer.' };
    }
    if (asked === this.opened) {
      this.list(asked.parameters.map(name => [name, (whole.values[name] ?? []).join('\n')]));
      find('opened').querySelector('.values').hidden = true;
      find('opened').querySelector('pre').hidden = false;
      say(find('opened').querySelector('pre'), whole.answer || 'Nothing was answered but the status.');
    }
  }

  list(parameters) {
    find('opened').querySelector('dl').replaceChildren(...parameters.flatMap(([name, value]) =>
      [make('dt', '', name), value === null ? null : make('dd', '', value)].filter(one => one)));
  }
}

/** A pre-action that was rejected is a decision, not a failure. */
function isFailed(webhook) {
  return !webhook.decision && (webhook.status === 0 || webhook.status >= 400);
}
