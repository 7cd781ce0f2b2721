import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { explainRuleText, type Explanation } from '../../api/rules';

const REST_MILLIS = 500;

/** What the rules of a text say, asked for when the typing rests. The last answer stays until there is a new one. */
export function useExplanations(file: string, text: string): Explanation[] {
  const [rested, setRested] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setRested(text), REST_MILLIS);
    return () => clearTimeout(timer);
  }, [text]);
  const { data } = useQuery({
    queryKey: ['explain', file, rested],
    queryFn: ({ signal }) => explainRuleText(file, rested, signal),
    placeholderData: keepPreviousData,
    staleTime: Infinity,
    gcTime: 0,
  });
  return data ?? [];
}
