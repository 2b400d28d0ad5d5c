import { Connect } from "../connect/connect.js";
import { Problem } from "../parts/problem.js";
import { Waiting } from "../parts/waiting.js";
import { Connected } from "./connected.js";
import { useFocusKept } from "./use-focus-kept.js";
import { useOpening } from "./use-opening.js";

/** The whole sidebar. */
export function Sidebar() {
  const { opening, problem, lost, ask, renew, leave, open, start } = useOpening();
  useFocusKept(lost);
  if (opening === undefined)
    return problem ? <Problem problem={problem} again={start} /> : <Waiting>Opening Roster…</Waiting>;
  const { me } = opening;
  const isConnected = me !== undefined && lost === undefined;
  return (
    <>
      {!isConnected && <Connect spreadsheet={opening.spreadsheet} lost={lost} connected={renew} />}
      {me && (
        <div hidden={!isConnected}>
          <Connected
            opening={opening}
            me={me}
            isLost={!isConnected}
            ask={ask}
            renew={renew}
            leave={leave}
            open={open}
          />
        </div>
      )}
    </>
  );
}
