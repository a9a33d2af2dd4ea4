-- One request, again and again, for wrk:
--
--   wrk -s request.lua ADDRESS -- FILE [LIST]
--
-- The first line of the file is the method, the second the path, then headers,
-- an empty line, the body. With a list, each request has the next line of it
-- where the file says @; the lines that were used are counted.

local parts = {}
local list = {}
local used = 0

function init(arguments)
	local file = assert(io.open(arguments[1]))
	local method, path = file:read("*l", "*l")
	local headers, body = {}, nil

	for line in file:lines() do
		local name, value = line:match("^([%w-]+): (.*)$")
		if name == nil then break end
		headers[name] = value
	end
	body = file:read("*a")
	if body == "" then body = nil end
	file:close()
	parts = { method = method, path = path, headers = headers, body = body }
	if arguments[2] then
		for line in io.lines(arguments[2]) do list[#list + 1] = line end
	else
		local same = wrk.format(method, path, headers, body)
		request = function() return same end
	end
end

function request()
	used = used + 1
	local word = list[used] or list[#list]
	local headers = {}

	for name, value in pairs(parts.headers) do
		headers[name] = value:gsub("@", function() return word end)
	end
	return wrk.format(parts.method, parts.path, headers, parts.body)
end

function done(summary, latency)
	local errors = summary.errors

	print(string.format("RESULT %d %.6f %d %d %d %d", summary.requests, summary.duration / 1e6,
		latency:percentile(50), latency:percentile(95), latency:percentile(99),
		errors.connect + errors.read + errors.write + errors.status + errors.timeout))
end
