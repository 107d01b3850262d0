import { find, grow, say } from './elements.js';
import { Phone } from './phone.js';
import { Conversations } from './conversations.js';
import { Webhooks } from './webhooks.js';

const PAUSE = 1000;

const phone = new Phone(sent => {
  if (sent?.conversation_sid) {
    conversations.choose(sent.conversation_sid);
  }
  look();
});
const conversations = new Conversations(() => look());
const webhooks = new Webhooks();

let version = null;
let looking = false;
let again = false;
let timer;

/** Asks for what is to be seen, draws it if it is new, and does so again after a pause. */
async function look() {
  if (looking) {
    again = true;
    return;
  }
  looking = true;
  again = false;
  clearTimeout(timer);
  try {
    await draw(question());
    pulse(true);
  } catch {
    pulse(false);
  }
  looking = false;
  timer = setTimeout(look, again ? 0 : PAUSE);
}

async function draw(asked) {
  const since = version ? `&Since=${version}` : '';
  const answer = await fetch(`state?${asked}${since}`);
  if (!answer.ok) {
    throw new Error(`status ${answer.status}`);
  }
  const state = await answer.json();
  if (asked !== question() || !state.conversations) {
    return;
  }
  version = state.version;
  phone.draw(state);
  conversations.draw(state);
  webhooks.draw(state);
}

function question() {
  const asked = new URLSearchParams({ Phone: phone.address() });
  if (conversations.chosen) {
    asked.set('Conversation', conversations.chosen);
  }
  return asked.toString();
}

function pulse(lives) {
  find('pulse').className = lives ? 'live' : 'lost';
  say(find('pulse'), lives ? 'live' : 'the sandbox does not answer');
}

/** On a small window one area shows at a time. */
function turn() {
  const area = ['phone', 'conversations', 'webhooks'].find(name => `#${name}` === location.hash) ?? 'phone';
  document.body.dataset.area = area;
  document.querySelectorAll('nav a').forEach(link =>
    link.setAttribute('aria-current', link.hash === `#${area}` ? 'page' : 'false'));
  grow(find('screen'));
  grow(find('messages'));
}

addEventListener('hashchange', turn);
turn();
look();
