import { useCallback } from 'react';
import {
  Link as PlainLink,
  NavLink as PlainNavLink,
  useNavigate,
  useSearchParams,
  type LinkProps,
  type NavLinkProps,
} from 'react-router';
import { perspectiveOf, through } from '../perspective';

/* Ways from page to page that keep the perspective. */

export function usePerspective(): string {
  const [params] = useSearchParams();
  return perspectiveOf(params);
}

export function Link({ to, ...rest }: LinkProps & { to: string }) {
  return <PlainLink to={through(to, usePerspective())} {...rest} />;
}

export function NavLink({ to, ...rest }: NavLinkProps & { to: string }) {
  return <PlainNavLink to={through(to, usePerspective())} {...rest} />;
}

export function useGo(): (to: string) => void {
  const navigate = useNavigate();
  const perspective = usePerspective();
  return useCallback((to: string) => void navigate(through(to, perspective)), [navigate, perspective]);
}
