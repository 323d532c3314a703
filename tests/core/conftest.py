"""For `make mutants`: a failure is enough, and hypothesis looks for no smaller one."""

from hypothesis import Phase, settings

settings.register_profile("mutants", phases=[Phase.explicit, Phase.generate])
