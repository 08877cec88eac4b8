import { mount } from "svelte";
import App from "./App.svelte";
import { openDoor } from "./desk/door";
import { Session } from "./desk/session.svelte";
import { Guide } from "./help/guide.svelte";
import "./styles/tokens.css";
import "./styles/base.css";
import "./styles/frame.css";
import "./styles/sheet.css";
import { working } from "./parts/rest";
import { firstTheme, recall, wear } from "./styles/theme";
import { guess } from "./words/words.svelte";

guess(navigator.languages);
wear(firstTheme());

const door = openDoor();
const session = new Session(door);
const guide = new Guide(door, session);
const target = document.getElementById("page");
if (target) mount(App, { target, props: { session, guide } });

async function begin(): Promise<void> {
  await session.begin(recall("language"));
  if (session.view.open) await working();
  requestAnimationFrame(() => {
    requestAnimationFrame(() => {
      session.ready();
      void working();
    });
  });
}

void begin();
