import { useState } from "preact/hooks";
import type { CallProblem, Opening } from "../../addon/calls.js";
import { call } from "../call.js";
import { Button } from "../parts/button.js";
import { Notice } from "../parts/notice.js";
import { PlaceHead } from "../parts/place-head.js";
import { Problem } from "../parts/problem.js";
import { TextField } from "../parts/text-field.js";
import { useAct } from "../parts/use-act.js";

interface ConnectProps {
  spreadsheet: string;
  /** Why the connection that was there is no more. */
  lost?: CallProblem;
  connected(opening: Opening): void;
}

/** Takes the pairing code. */
export function Connect({ spreadsheet, lost, connected }: ConnectProps) {
  const [code, setCode] = useState("");
  const [isMissing, setMissing] = useState(false);
  const { isBusy, problem, act } = useAct();
  const connect = () => {
    setMissing(code.trim() === "");
    if (code.trim() !== "") act(async () => connected(await call("connect", { code: code.trim() })));
  };
  return (
    <main>
      <PlaceHead title={lost ? "Connect again" : "Connect to Roster"} />
      {lost && (
        <Notice kind="warning">
          <p>{lost.detail} Connect again with a new code; what you typed is kept.</p>
        </Notice>
      )}
      {!lost && (
        <p>
          Roster fills tabs of <strong>{spreadsheet}</strong> with creators, samples and videos, and takes in what you
          change.
        </p>
      )}
      <h2>Get a code</h2>
      <ul class="bullets">
        <li>
          in Slack: <code>/creator sheets connect</code>
        </li>
        <li>
          or in a terminal: <code>roster sheets connect</code>
        </li>
      </ul>
      <p class="note">It is good for ten minutes, once. What you may see and change here is what you may in Roster.</p>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          connect();
        }}
      >
        <TextField
          label="Pairing code"
          value={code}
          maxLength={40}
          isCode
          mistake={isMissing ? "Type the code here, such as ABCD-EFGH." : undefined}
          onValue={setCode}
        />
        {problem && <Problem problem={problem} again={connect} />}
        <div class="buttons">
          <Button look="primary" isSubmit isBusy={isBusy}>
            {isBusy ? "Connecting…" : "Connect"}
          </Button>
        </div>
      </form>
    </main>
  );
}
