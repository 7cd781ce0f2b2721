import type { CreatedEndpoint } from '../api/webhooks';
import { CodeSample } from '../ui/CodeSample';
import { Dialog } from '../ui/Dialog';

/** How a receiver verifies, in the fewest lines; the libraries of Standard Webhooks do the same. */
const VERIFICATION = `import base64, hmac, time

def is_from_tripline(secret, headers, body):
    stamp = headers["webhook-timestamp"]
    if abs(time.time() - int(stamp)) > 300:
        return False
    key = base64.b64decode(secret.removeprefix("whsec_"))
    signed = f"{headers['webhook-id']}.{stamp}.".encode() + body
    digest = hmac.digest(key, signed, "sha256")
    wanted = "v1," + base64.b64encode(digest).decode()
    return any(hmac.compare_digest(wanted, given)
               for given in headers["webhook-signature"].split())`;

/** The secret of a new endpoint, which is shown once, and what to do with it. */
export function SecretNote({ endpoint, onClose }: { endpoint: CreatedEndpoint; onClose: () => void }) {
  return (
    <Dialog title={`${endpoint.name} is ready`} onClose={onClose} wide>
      <div className="dialog-body">
        <p>
          <strong>Copy its secret now.</strong> It is shown this once; who has it can verify that a request
          comes from here.
        </p>
        <CodeSample text={endpoint.secret} label="Secret" />
        <p>
          Each request carries <code>webhook-id</code> (the same on every retry, so that a repeated one can be
          told), <code>webhook-timestamp</code> and <code>webhook-signature</code>. The libraries of Standard
          Webhooks verify them; so do these lines of Python:
        </p>
        <CodeSample text={VERIFICATION} label="How to verify in Python" />
      </div>
      <footer className="dialog-foot">
        <button type="button" className="button primary" onClick={onClose}>
          I have copied the secret
        </button>
      </footer>
    </Dialog>
  );
}
