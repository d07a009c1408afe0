Gem::Specification.new do |gem|
  gem.name = "tides"
  gem.version = "1.0"
  gem.summary = "When the water comes"
  gem.authors = ["Harbour"]
  gem.files = ["lib/tides.rb"]
end
