import { find, make, say, sync, time } from './elements.js';

/** The webhooks sent last, the newest first. */
export class Webhooks {

  draw(state) {
    const none = state.webhooks.length === 0;
    find('webhooks').querySelector('.empty').hidden = !none;
    find('webhooks').querySelector('.scroll').hidden = none;
    const failed = state.webhooks.filter(isFailed).length;
    say(find('webhooks-title'), failed ? `Webhooks · ${failed} failed` : 'Webhooks');
    sync(find('log'), state.webhooks, one => JSON.stringify(one), row);
  }
}

function isFailed(webhook) {
  return webhook.status === 0 || webhook.status >= 400;
}

function row(webhook) {
  const status = make('span', 'badge', `${isFailed(webhook) ? '✕ ' : ''}${webhook.status || 'none'}`);
  return make('tr', isFailed(webhook) ? 'bad' : 'good', make('td', '', time(webhook.at, true)),
    make('td', '', webhook.event ?? ''), make('td', '', status), make('td', '', webhook.outcome),
    make('td', 'target', webhook.target));
}
