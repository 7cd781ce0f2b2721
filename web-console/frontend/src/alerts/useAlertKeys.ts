import { useEffect, type RefObject } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { isDialogOpen, isWriting } from '../app/shortcuts';

/** `j` and `k` walk through the list, Escape closes the open alert. */
export function useAlertKeys(pane: RefObject<HTMLElement | null>, openId: string | undefined): void {
  const navigate = useNavigate();
  const { search } = useLocation();

  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isWriting(event) || isDialogOpen()) return;
      if (event.key === 'j') focusLink(pane.current, 1);
      else if (event.key === 'k') focusLink(pane.current, -1);
      else if (event.key === 'Escape' && openId) void navigate(`/alerts${search}`);
    };
    document.addEventListener('keydown', pressed);
    return () => document.removeEventListener('keydown', pressed);
  }, [navigate, openId, pane, search]);
}

/** Moves the focus to the next or previous alert; from elsewhere to the open one, or the first. */
function focusLink(pane: HTMLElement | null, step: 1 | -1): void {
  const links = [...(pane?.querySelectorAll<HTMLElement>('[data-alert] a') ?? [])];
  const focused = links.findIndex((link) => link === document.activeElement);
  const open = links.findIndex((link) => link.getAttribute('aria-current') === 'true');
  const from = focused >= 0 ? focused : open;
  const to = Math.min(Math.max(from + step, 0), links.length - 1);
  links[to]?.focus();
}
