-- wrk's requests, made once: one for each line "ADDRESS COOKIE" of a file, sent in turn.
local requests, next_request = {}, 0

function init(args)
  for line in io.lines(args[1]) do
    local address, cookie = line:match("(%S+) (%S+)")
    local headers = { ["X-Forwarded-For"] = address, ["Accept"] = "text/html,*/*;q=0.8" }
    if args[2] == "VISITOR" then
      headers["User-Agent"] = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"
      headers["Accept-Language"] = "en-US,en;q=0.5"
      headers["Cookie"] = cookie
    else
      headers["User-Agent"] = "curl/8.5.0"
    end
    requests[#requests + 1] = wrk.format("GET", nil, headers)
  end
end

function request()
  next_request = next_request % #requests + 1
  return requests[next_request]
end

function done(summary, latency)
  local errors = summary.errors
  local failed = errors.connect + errors.read + errors.write + errors.timeout + errors.status
  io.write(string.format("measured %d %d %d %f %f\n", summary.requests, summary.duration, failed,
    latency:percentile(50), latency:percentile(99)))
end
