import { useEffect, useRef } from 'react';
import { useNavigate } from 'react-router';
import { isDialogOpen, isWriting, PAGE_KEYS } from './shortcuts';

const CHORD_MILLIS = 1500;

/** The keys that work on every page. An element marked `data-filter` is what `/` leads to. */
export function useGlobalShortcuts(onHelp: () => void): void {
  const navigate = useNavigate();
  const help = useRef(onHelp);
  useEffect(() => {
    help.current = onHelp;
  });

  useEffect(() => {
    let chordUntilMillis = 0;
    const pressed = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isWriting(event) || isDialogOpen()) return;
      const page = event.timeStamp < chordUntilMillis ? PAGE_KEYS[event.key] : undefined;
      chordUntilMillis = 0;
      if (page) {
        event.preventDefault();
        void navigate(page);
      } else if (event.key === 'g') {
        chordUntilMillis = event.timeStamp + CHORD_MILLIS;
      } else if (event.key === '/') {
        const filter = document.querySelector<HTMLElement>('[data-filter]');
        if (filter) {
          event.preventDefault();
          filter.focus();
        }
      } else if (event.key === '?') {
        event.preventDefault();
        help.current();
      }
    };
    document.addEventListener('keydown', pressed);
    return () => document.removeEventListener('keydown', pressed);
  }, [navigate]);
}
