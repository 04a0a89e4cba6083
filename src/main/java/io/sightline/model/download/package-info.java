/**
 * Fetches the models that the administrator names by address and hash.
 *
 * <pre>
 *  Downloads.want(url, sha256) ──> DownloadJob, one at a time on a thread of its own
 *    HttpsGet          one request to an address that was checked; redirections are followed
 *    HttpsBody         what the answer holds, as it comes
 *    PartFile          appended, verified, moved into its place
 * </pre>
 *
 * <ol>
 *   <li>D-1: nothing is fetched without its hash, and nothing that differs from it is kept, because
 *       a model is code that runs in this process.
 *   <li>D-2: https only, also after a redirection, of which there are at most five; certificates
 *       are checked.
 *   <li>D-3: a name is looked up once, and the connection goes to the address that was checked.
 *       Addresses that are not public are refused unless they are listed.
 *   <li>D-4: bytes, time and silence are bounded.
 *   <li>D-5: what was interrupted goes on where it stopped, also after a restart of the server, and
 *       is fetched once: the place of a file is its hash.
 *   <li>D-6: a file is in its place whole or not at all.
 * </ol>
 */
package io.sightline.model.download;
