import { useState } from "preact/hooks";
import { useApp } from "../app/app-context.js";
import { Button } from "../parts/button.js";
import { Confirm } from "../parts/confirm.js";
import { useAct } from "../parts/use-act.js";

/** Who is connected, and the way out. */
export function Account() {
  const { me, ask, leave } = useApp();
  const [isAsking, setAsking] = useState(false);
  const { isBusy, problem, act } = useAct();
  const disconnect = () => act(async () => leave(await ask("disconnect", null)));
  return (
    <footer class="account">
      <p>
        Connected as <strong>{me.person.name}</strong>
      </p>
      <Button look="text" onClick={() => setAsking(true)}>
        Disconnect
      </Button>
      {isAsking && (
        <Confirm
          title="Disconnect?"
          yes="Disconnect"
          isBusy={isBusy}
          problem={problem}
          onYes={disconnect}
          onNo={() => setAsking(false)}
        >
          <p>What stands in the tabs stays. You need a new code to connect again.</p>
        </Confirm>
      )}
    </footer>
  );
}
