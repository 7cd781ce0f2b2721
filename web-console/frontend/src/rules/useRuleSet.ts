import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { getRuleSet, type RuleSet } from '../api/rules';

/** All rule files of the node with their events and rules. */
export function useRuleSet(): UseQueryResult<RuleSet> {
  return useQuery({ queryKey: ['rules'], queryFn: ({ signal }) => getRuleSet(signal), staleTime: 10_000 });
}
