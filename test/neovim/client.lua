-- Neovim as an author: opens policies, mends one, follows a reference and renames what it leads to. What it saw goes to a file as
-- JSON; the test reads that. Neovim's own commands do the work, so that its handling of the answers is tried as well.

local server = vim.json.decode(vim.env.CONCORD_SERVER)
local company = vim.env.CONCORD_COMPANY
local limit = 15000

local seen = {}

local function finish(problem)
  seen.problem = problem
  local file = assert(io.open(vim.env.CONCORD_SEEN, 'w'))
  file:write(vim.json.encode(seen))
  file:close()
  -- Neovim ends the server, too.
  vim.cmd(problem and 'cquit' or 'qall!')
end

local function wait(what, condition)
  if not vim.wait(limit, condition, 20) then
    error('Nothing came within ' .. limit / 1000 .. ' s: ' .. what, 0)
  end
end

local client

local function open(path)
  vim.cmd('edit ' .. vim.fn.fnameescape(company .. '/' .. path))
  local buffer = vim.api.nvim_get_current_buf()
  vim.lsp.buf_attach_client(buffer, client)
  return buffer
end

local function text(buffer)
  return table.concat(vim.api.nvim_buf_get_lines(buffer, 0, -1, true), '\n')
end

local function put_cursor(words)
  vim.fn.cursor(1, 1)
  if vim.fn.search('\\V' .. words, 'c') == 0 then error('No such words: ' .. words, 0) end
end

local function diagnostics(buffer)
  local found = {}
  for _, diagnostic in ipairs(vim.diagnostic.get(buffer)) do
    table.insert(found, {
      rule = diagnostic.user_data and diagnostic.user_data.lsp and diagnostic.user_data.lsp.code or diagnostic.code,
      line = diagnostic.lnum + 1,
      severity = vim.diagnostic.severity[diagnostic.severity],
      source = diagnostic.source,
    })
  end
  return found
end

local function author()
  client = vim.lsp.start_client({ name = 'concord', cmd = server, root_dir = company })
  wait('the server', function()
    local started = vim.lsp.get_client_by_id(client)
    return started and started.initialized
  end)

  local ratings = open('people/ratings-research-and-development.yaml')
  wait('diagnostics', function() return #vim.diagnostic.get(ratings) > 0 end)
  seen.diagnostics = diagnostics(ratings)

  put_cursor('mode: forced')
  vim.fn.search('forced')
  local titles
  vim.ui.select = function(actions, _, choose)
    titles = {}
    for index, action in ipairs(actions) do
      table.insert(titles, action[2].title)
      if vim.startswith(action[2].title, 'Make the distribution a benchmark') then choose(action, index) end
    end
  end
  vim.lsp.buf.code_action()
  wait('the quick fix', function() return text(ratings):find('mode: expected', 1, true) end)
  seen.actions = titles
  wait('the diagnostics after the quick fix', function()
    for _, diagnostic in ipairs(diagnostics(ratings)) do
      if diagnostic.rule == 'performance/forced-distribution' then return false end
    end
    return true
  end)

  open('resources/people-and-money-2027.yaml')
  put_cursor('quillon-codevelopment/formulation-scientists')
  vim.fn.search('formulation-scientists')
  vim.lsp.buf.definition()
  wait('the definition', function() return vim.endswith(vim.api.nvim_buf_get_name(0), 'quillon-codevelopment.yaml') end)
  seen.definition = {
    file = vim.api.nvim_buf_get_name(0):sub(#company + 2),
    line = vim.api.nvim_get_current_line(),
    words = vim.fn.expand('<cWORD>'),
  }

  local agreement = vim.api.nvim_get_current_buf()
  vim.lsp.buf_attach_client(agreement, client)
  vim.lsp.buf.rename('formulation-experts')
  wait('the rename', function() return text(agreement):find('name: formulation-experts', 1, true) end)
  vim.cmd('silent wall')
end

local ok, problem = pcall(author)
finish(not ok and tostring(problem) or nil)
